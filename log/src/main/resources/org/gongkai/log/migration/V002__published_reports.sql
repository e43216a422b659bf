-- Tells quickly whether anything was published. Read by org.gongkai.command.report.PublishedReports.
create index published_reports on log.events (event_index) where name = 'report.ReportPublished';
