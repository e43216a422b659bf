-- Finds erasures, and the disputes about a case. Read by org.gongkai.command.Erasures.
create index erasures on log.events (stream_id) where name in ('application.ApplicantErased', 'review.PartyErased');
create index disputes_about_applications on log.events ((payload ->> 'applicationId'))
	where name in ('review.ReviewFiled', 'review.LawsuitFiled', 'review.DisputeRectified');
