package org.gongkai.command.disclosure;

import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.InformationCorrected;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.disclosure.InformationEvent;
import org.gongkai.events.disclosure.InformationPublished;
import org.gongkai.events.disclosure.InformationReviewed;
import org.gongkai.events.disclosure.InformationStruck;
import org.gongkai.events.disclosure.InformationWithdrawn;
import org.gongkai.events.disclosure.PublicationChannel;
import org.gongkai.events.disclosure.ReviewCheck;
import org.gongkai.events.disclosure.ReviewResult;
import org.gongkai.statute.Rule;
import org.junit.jupiter.api.Test;

import static org.gongkai.command.disclosure.Cabinet.on;

class InformationTest {

	private static final RecordId ID = RecordId.of("T/2024-1");

	private static final PersonalText NOTHING = new PersonalText(null, null);

	private static final PersonalText TITLE = new PersonalText(null, "2023年度财政决算");

	@Test
	void a_piece_is_drafted_once_by_an_agency_that_exists() {
		DraftInformation draft = draft("T", "2024-1");
		after().records(draft, drafted());
		after(drafted()).refuses(draft, Rule.DISCLOSURE_EXISTS);
		after(drafted(), struck()).refuses(draft, Rule.DISCLOSURE_EXISTS);
		after().refuses(draft("nowhere", "2024-1"), Rule.UNKNOWN_AGENCY);
		after().refuses(draft("old", "2024-1"), Rule.AGENCY_CLOSED);
		after().refuses(
				new DraftInformation("T", "2024-1", Category.ARTICLE_20_7, on("2024-03-04"), on("2024-03-03"), TITLE),
				Rule.DISCLOSURE_DAY_ORDER);
	}

	@Test
	void nothing_is_published_without_a_review_that_allows_it() {
		PublishInformation publish = publish(PublicationChannel.WEBSITE, "2024-03-12");
		after(drafted()).refuses(publish, Rule.NOT_REVIEWED);
		after(drafted(), withheld()).refuses(publish, Rule.NOT_REVIEWED);
		after(drafted(), allowed(), published(), withdrawn()).refuses(publish, Rule.NOT_REVIEWED);
		after(drafted(), allowed()).records(publish, published());
		after(drafted(), allowed()).refuses(publish(PublicationChannel.WEBSITE, "2024-03-07"),
				Rule.DISCLOSURE_DAY_ORDER);
	}

	@Test
	void publication_far_behind_the_term_of_article_26_is_recorded() {
		after(drafted(), allowed()).records(publish(PublicationChannel.GAZETTE, "2024-07-30"),
				new InformationPublished(ID.value(), PublicationChannel.GAZETTE, on("2024-07-30"), "2023年度财政决算", null));
	}

	@Test
	void a_piece_comes_out_once_in_each_channel() {
		after(drafted(), allowed(), published()).refuses(publish(PublicationChannel.WEBSITE, "2024-03-13"),
				Rule.ALREADY_PUBLISHED);
		after(drafted(), allowed(), published()).records(publish(PublicationChannel.NEW_MEDIA, "2024-03-13"),
				new InformationPublished(ID.value(), PublicationChannel.NEW_MEDIA, on("2024-03-13"), "2023年度财政决算",
						null));
	}

	@Test
	void a_piece_without_any_title_is_not_published() {
		InformationDrafted untitled = new InformationDrafted(ID.value(), "T", "2024-1", Category.ARTICLE_20_7,
				on("2024-03-04"), null, NOTHING);
		after(untitled, allowed()).refuses(publish(PublicationChannel.WEBSITE, "2024-03-12"), Rule.MALFORMED);
		after(untitled, allowed()).records(
				new PublishInformation(ID, PublicationChannel.WEBSITE, on("2024-03-12"), " 决算 ", "/zwgk/1.html"),
				new InformationPublished(ID.value(), PublicationChannel.WEBSITE, on("2024-03-12"), "决算",
						"/zwgk/1.html"));
	}

	@Test
	void a_review_agrees_with_its_checks_and_names_a_ground_for_withholding() {
		after(drafted()).records(review(ReviewCheck.PASSED, ReviewCheck.PASSED, ReviewResult.PUBLISH, null), allowed());
		after(drafted()).records(
				review(ReviewCheck.PASSED, ReviewCheck.FAILED, ReviewResult.WITHHOLD, Outcome.DENIED_4), withheld());
		after(drafted()).refuses(review(ReviewCheck.FAILED, ReviewCheck.PASSED, ReviewResult.PUBLISH, null),
				Rule.REVIEW_CONTRADICTION);
		after(drafted()).refuses(review(ReviewCheck.PASSED, ReviewCheck.FAILED, ReviewResult.PUBLISH, null),
				Rule.REVIEW_CONTRADICTION);
		after(drafted()).refuses(review(ReviewCheck.PASSED, ReviewCheck.PASSED, ReviewResult.PUBLISH, Outcome.DENIED_4),
				Rule.REVIEW_CONTRADICTION);
		after(drafted()).refuses(review(ReviewCheck.FAILED, ReviewCheck.PASSED, ReviewResult.WITHHOLD, null),
				Rule.REVIEW_CONTRADICTION);
		after(drafted()).refuses(review(ReviewCheck.FAILED, ReviewCheck.PASSED, ReviewResult.WITHHOLD, Outcome.GRANTED),
				Rule.REVIEW_CONTRADICTION);
	}

	@Test
	void what_is_withheld_is_reviewed_again_and_what_is_public_is_not() {
		ReviewInformation again = new ReviewInformation(ID, on("2024-06-03"), ReviewCheck.PASSED, ReviewCheck.PASSED,
				ReviewResult.PUBLISH, null, "赵科长", null);
		InformationReviewed now = new InformationReviewed(ID.value(), on("2024-06-03"), ReviewCheck.PASSED,
				ReviewCheck.PASSED, ReviewResult.PUBLISH, null, "赵科长", NOTHING);
		after(drafted(), withheld()).records(again, now);
		after(drafted(), allowed(), published(), withdrawn()).records(again, now);
		after(drafted(), allowed(), published()).refuses(again, Rule.ALREADY_PUBLISHED);
		after(drafted(), struck()).refuses(again, Rule.DISCLOSURE_STRUCK);
		after(drafted()).refuses(new ReviewInformation(ID, on("2024-03-03"), ReviewCheck.PASSED, ReviewCheck.PASSED,
				ReviewResult.PUBLISH, null, "赵科长", null), Rule.DISCLOSURE_DAY_ORDER);
	}

	@Test
	void only_what_is_public_is_corrected_or_withdrawn() {
		CorrectInformation correct = new CorrectInformation(ID, on("2024-03-20"), null);
		WithdrawInformation withdraw = new WithdrawInformation(ID, on("2024-04-01"), null);
		after(drafted(), allowed(), published()).records(correct,
				new InformationCorrected(ID.value(), on("2024-03-20"), NOTHING));
		after(drafted(), allowed(), published()).records(withdraw, withdrawn());
		after(drafted(), allowed()).refuses(correct, Rule.NOT_PUBLISHED);
		after(drafted(), allowed(), published(), withdrawn()).refuses(withdraw, Rule.NOT_PUBLISHED);
		after(drafted(), allowed(), published()).refuses(new CorrectInformation(ID, on("2024-03-11"), null),
				Rule.DISCLOSURE_DAY_ORDER);
		after(drafted(), allowed(), published()).refuses(new WithdrawInformation(ID, on("2024-03-11"), null),
				Rule.DISCLOSURE_DAY_ORDER);
	}

	@Test
	void a_piece_is_struck_once() {
		StrikeInformation strike = new StrikeInformation(ID, on("2024-05-06"), "重复登记");
		after(drafted(), allowed(), published()).records(strike, struck());
		after(drafted(), struck()).refuses(strike, Rule.DISCLOSURE_STRUCK);
	}

	private static Cabinet after(InformationEvent... events) {
		return Cabinet.of(Information.class, events);
	}

	private static DraftInformation draft(String agency, String number) {
		return new DraftInformation(agency, number, Category.ARTICLE_20_7, on("2024-03-04"), null, TITLE);
	}

	private static ReviewInformation review(ReviewCheck secrecy, ReviewCheck privacy, ReviewResult result,
			Outcome ground) {
		return new ReviewInformation(ID, on("2024-03-08"), secrecy, privacy, result, ground, "赵科长", null);
	}

	private static PublishInformation publish(PublicationChannel channel, String day) {
		return new PublishInformation(ID, channel, on(day), null, null);
	}

	private static InformationDrafted drafted() {
		return new InformationDrafted(ID.value(), "T", "2024-1", Category.ARTICLE_20_7, on("2024-03-04"), null, TITLE);
	}

	private static InformationReviewed allowed() {
		return new InformationReviewed(ID.value(), on("2024-03-08"), ReviewCheck.PASSED, ReviewCheck.PASSED,
				ReviewResult.PUBLISH, null, "赵科长", NOTHING);
	}

	private static InformationReviewed withheld() {
		return new InformationReviewed(ID.value(), on("2024-03-08"), ReviewCheck.PASSED, ReviewCheck.FAILED,
				ReviewResult.WITHHOLD, Outcome.DENIED_4, "赵科长", NOTHING);
	}

	private static InformationPublished published() {
		return new InformationPublished(ID.value(), PublicationChannel.WEBSITE, on("2024-03-12"), "2023年度财政决算", null);
	}

	private static InformationWithdrawn withdrawn() {
		return new InformationWithdrawn(ID.value(), on("2024-04-01"), NOTHING);
	}

	private static InformationStruck struck() {
		return new InformationStruck(ID.value(), on("2024-05-06"), "重复登记");
	}

}
