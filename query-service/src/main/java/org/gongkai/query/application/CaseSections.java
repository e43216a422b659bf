package org.gongkai.query.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeePaid;
import org.gongkai.query.KnownSpan;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What of a case the texts of sections one and six count beside table three: its channel and its fee, with the positions
/// between which it was known.
@Component
class CaseSections implements Projection {

	private static final Table SECTIONS = Table.of("case_sections", "known_from", "known_to", "agency", "channel",
			"received_on", "fee_yuan", "fee_paid_on", "void");

	private record Facts(String agency, Channel channel, LocalDate receivedOn, @Nullable BigDecimal feeYuan,
			@Nullable LocalDate feePaidOn, boolean isVoid) {

		static Facts of(List<Recorded<Event>> stream) {
			CaseView view = CaseView.of(stream);
			Set<Long> struck = stream.stream()
				.filter((recorded) -> recorded.event() instanceof EntryStruck)
				.map((recorded) -> ((EntryStruck) recorded.event()).struckSequence())
				.collect(Collectors.toSet());
			BigDecimal fee = null;
			LocalDate paidOn = null;
			for (Recorded<Event> recorded : stream) {
				if (struck.contains(recorded.sequence())) {
					continue;
				}
				if (recorded.event() instanceof FeeNoticeIssued notice) {
					fee = notice.amountYuan();
				}
				else if (recorded.event() instanceof FeePaid paid) {
					paidOn = paid.paidOn();
				}
			}
			return new Facts(view.agency(), view.channel(), view.receivedOn(), fee, paidOn, view.isVoid());
		}

	}

	@Override
	public String name() {
		return "case-sections";
	}

	@Override
	public List<Table> tables() {
		return List.of(SECTIONS);
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof ApplicationEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		Rows rows = new Rows(stream.getFirst().streamId());
		KnownSpan.ofViews(stream, Facts::of).forEach((span) -> {
			Facts facts = span.facts();
			BigDecimal fee = facts.feeYuan();
			rows.add(SECTIONS, span.from(), span.to(), facts.agency(), facts.channel(), facts.receivedOn(),
					(fee == null) ? null : fee.toPlainString(), facts.feePaidOn(), facts.isVoid());
		});
		return rows;
	}

}
