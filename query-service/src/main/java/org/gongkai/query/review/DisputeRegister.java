package org.gongkai.query.review;

import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.PartyErased;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.springframework.stereotype.Component;

/// 复议、诉讼登记: every dispute as it is now.
@Component
class DisputeRegister implements Projection {

	private static final Table REGISTER = Table.of("dispute_register", "block", "agency", "dispute_no",
			"application_id", "review_id", "against", "organ", "party", "words", "filed_on", "co_defendant", "void",
			"outcome", "form", "concluded_on", "withdrawn", "decision_no", "orders_redecision", "version", "erased");

	@Override
	public String name() {
		return "dispute-register";
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
		return event instanceof DisputeEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		DisputeView view = DisputeView.of(stream);
		DisputeView.Decision decision = view.decision();
		return new Rows(stream.getFirst().streamId()).add(REGISTER, view.block(), view.agency(), view.disputeNo(),
				view.applicationId(), view.reviewId(), view.against(), view.organ(), new Rows.Personal(view.party()),
				Rows.Marks.of(view.party()), view.filedOn(), view.coDefendant(), view.isVoid(),
				(decision == null) ? null : decision.outcome(), (decision == null) ? null : decision.form(),
				(decision == null) ? null : decision.on(), decision != null && decision.withdrawn(),
				(decision == null) ? null : decision.no(), decision != null && decision.ordersRedecision(),
				stream.getLast().sequence(),
				stream.stream().anyMatch((recorded) -> recorded.event() instanceof PartyErased));
	}

}
