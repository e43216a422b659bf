package org.gongkai.command;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.command.review.DisputeId;
import org.gongkai.command.review.FileLawsuit;
import org.gongkai.command.review.FileReview;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Which field of a command names an agency or a record, and where the right for it is checked. A new field that could name
/// one is added here, or the build fails.
class CommandScopeTest {

	/// Where the right for a field is checked.
	private enum Checked {

		/// [Command#agencies]
		AS_AGENCY,
		/// [Command#mentions]
		AS_MENTION,
		/// By the aggregate, whose answer is the same for a record that is not there.
		BY_AGGREGATE

	}

	/// Texts that name no agency and no record.
	private static final Set<String> WORDS = Set.of("name", "consultedAgency", "replyNo", "legalBasis", "referredTo",
			"reason", "approvedBy", "noticeNo", "applicationNo", "source", "informationNo", "documentNo", "title",
			"place", "tallyNo", "reference", "reviewer", "body", "disputeNo", "reviewingOrgan", "court", "organ",
			"decisionNo");

	private static final Set<Class<?>> HARMLESS = Set.of(LocalDate.class, BigDecimal.class, boolean.class,
			Boolean.class, int.class, Integer.class, long.class, Long.class, Personal.class, PersonalText.class);

	/// Fields that name an agency or a record beside the one that is changed.
	private static final Map<String, Checked> NAMED = new TreeMap<>(Map.ofEntries(
			Map.entry("ReceiveApplication.agency", Checked.AS_AGENCY),
			Map.entry("DraftInformation.agency", Checked.AS_AGENCY),
			Map.entry("MakeDocument.agency", Checked.AS_AGENCY), Map.entry("RecordTally.agency", Checked.AS_AGENCY),
			Map.entry("FileReview.agency", Checked.AS_AGENCY), Map.entry("FileLawsuit.agency", Checked.AS_AGENCY),
			Map.entry("RegisterAgency.parent", Checked.AS_AGENCY),
			Map.entry("ReparentAgency.parent", Checked.AS_AGENCY),
			Map.entry("FileReview.applicationId", Checked.AS_MENTION),
			Map.entry("FileLawsuit.applicationId", Checked.AS_MENTION),
			Map.entry("FileLawsuit.reviewId", Checked.AS_MENTION),
			Map.entry("RectifyDispute.applicationId", Checked.AS_MENTION),
			Map.entry("RectifyDispute.reviewId", Checked.AS_MENTION),
			// only a dispute about the case itself is taken
			Map.entry("OrderRedecision.disputeId", Checked.BY_AGGREGATE),
			// agencies are public; only one of the same organ is taken
			Map.entry("TransferApplication.toAgency", Checked.BY_AGGREGATE)));

	@Test
	void every_field_that_could_name_an_agency_or_a_record_is_known() {
		Set<String> found = new TreeSet<>();
		CommandCatalog.types()
			.forEach((type) -> Arrays.stream(type.getRecordComponents())
				.filter((field) -> !isHarmless(field) && !isChanged(type, field))
				.forEach((field) -> found.add(type.getSimpleName() + "." + field.getName())));

		assertThat(found).isEqualTo(NAMED.keySet());
	}

	@Test
	void what_a_filing_names_beside_its_dispute_is_told() {
		ApplicationId application = ApplicationId.of("foreign/1");
		DisputeId review = DisputeId.of("review:foreign/1");
		LocalDate day = LocalDate.of(2024, 3, 1);

		assertThat(new FileReview("own", "1", application, DisputedAct.INACTION, null, day, null).mentions())
			.containsExactly("foreign/1");
		assertThat(new FileLawsuit("own", "1", LawsuitKind.AFTER_REVIEW, application, review, DisputedAct.INACTION,
				null, day, null, null)
			.mentions()).containsExactlyInAnyOrder("foreign/1", "review:foreign/1");
		assertThat(new FileReview("own", "1", null, DisputedAct.INACTION, null, day, null).mentions()).isEmpty();
	}

	private static boolean isHarmless(RecordComponent field) {
		Class<?> type = field.getType();
		boolean words = type == String.class && WORDS.contains(field.getName());
		// days, and parts of a reply that are named by their rule
		return words || type.isEnum() || HARMLESS.contains(type) || type == List.class;
	}

	/// The record that the command changes, whose agency is the command's.
	private static boolean isChanged(Class<? extends Command> type, RecordComponent field) {
		return Stream.of(type.getDeclaredFields())
			.anyMatch((one) -> one.getName().equals(field.getName())
					&& one.isAnnotationPresent(TargetAggregateIdentifier.class))
				|| field.getType().getSimpleName().equals("RecordId");
	}

}
