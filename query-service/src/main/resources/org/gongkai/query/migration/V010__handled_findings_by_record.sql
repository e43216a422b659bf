-- Read by org.gongkai.query.audit.Inspection, some records at a time. Disposable.
create index handled_findings_by_record on handled_findings (record);
