package org.gongkai.query.application;

import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicantErased;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.log.EventJson;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.gongkai.statute.application.ClockFact;
import org.gongkai.statute.application.ClockFacts;
import org.springframework.stereotype.Component;

/// 台账: every case as it is now, with the facts that its due date is computed from.
@Component
class CaseRegister implements Projection {

	private static final Table REGISTER = Table.of("case_register", "agency", "application_no", "applicant_kind",
			"channel", "applicant_name", "subject", "words", "submitted_on", "received_on", "historical", "void",
			"outcome", "concluded_on", "reply_no", "delivered_on", "redecision_ordered_on", "redecided_as",
			"redecided_on", "redecision_no", "redelivered_on", "clock", "version", "erased");

	@Override
	public String name() {
		return "case-register";
	}

	@Override
	public List<Table> tables() {
		return List.of(REGISTER);
	}

	@Override
	public boolean showsPersonal() {
		return true;
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof ApplicationEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		CaseView view = CaseView.of(stream);
		CaseView.Conclusion conclusion = view.conclusion();
		CaseView.Redecision again = view.redecision();
		CaseView.Conclusion second = (again == null) ? null : again.conclusion();
		List<ClockFact> clock = List.of();
		for (Recorded<Event> recorded : stream) {
			clock = ClockFacts.fold(clock, recorded.sequence(), (ApplicationEvent) recorded.event());
		}
		return new Rows(stream.getFirst().streamId()).add(REGISTER, view.agency(), view.received().applicationNo(),
				view.applicantKind(), view.channel(), new Rows.Personal(view.personal().name()),
				new Rows.Personal(view.personal().subject()),
				Rows.Marks.of(view.personal().name(), view.personal().subject()), view.submittedOn(), view.receivedOn(),
				view.received().historical(), view.isVoid(), (conclusion == null) ? null : conclusion.outcome(),
				(conclusion == null) ? null : conclusion.on(), (conclusion == null) ? null : conclusion.no(),
				view.deliveredOn(), (again == null) ? null : again.orderedOn(),
				(second == null) ? null : second.outcome(), (second == null) ? null : second.on(),
				(second == null) ? null : second.no(), (again == null) ? null : again.deliveredOn(),
				EventJson.mapper().writeValueAsString(clock), stream.getLast().sequence(),
				stream.stream().anyMatch((recorded) -> recorded.event() instanceof ApplicantErased));
	}

}
