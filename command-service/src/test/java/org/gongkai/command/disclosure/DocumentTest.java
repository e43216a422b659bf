package org.gongkai.command.disclosure;

import org.gongkai.events.disclosure.DocumentAmended;
import org.gongkai.events.disclosure.DocumentEvent;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.statute.Rule;
import org.junit.jupiter.api.Test;

import static org.gongkai.command.disclosure.Cabinet.on;

class DocumentTest {

	private static final RecordId ID = RecordId.of("T/河政发〔2024〕3号");

	@Test
	void a_document_is_made_once_by_an_agency_that_exists() {
		MakeDocument make = make("T", DocumentKind.NORMATIVE_DOCUMENT, "2024-02-05", false);
		after().records(make, made());
		after(made()).refuses(make, Rule.DISCLOSURE_EXISTS);
		after(made(), struck(StruckPart.RECORD)).refuses(make, Rule.DISCLOSURE_EXISTS);
		after().refuses(make("nowhere", DocumentKind.NORMATIVE_DOCUMENT, "2024-02-05", false), Rule.UNKNOWN_AGENCY);
		after().refuses(make("old", DocumentKind.NORMATIVE_DOCUMENT, "2024-02-05", false), Rule.AGENCY_CLOSED);
	}

	@Test
	void rules_are_made_by_bodies_with_the_power_to_make_them() {
		after().refuses(make("T", DocumentKind.REGULATION, "2024-02-05", false), Rule.REGULATION_POWER);
		after().records(make("C", DocumentKind.REGULATION, "2024-02-05", false), new DocumentMade("C/河政发〔2024〕3号", "C",
				DocumentKind.REGULATION, "河政发〔2024〕3号", "管理办法", on("2024-02-05"), false));
		after().records(make("D", DocumentKind.REGULATION, "2024-02-05", false), new DocumentMade("D/河政发〔2024〕3号", "D",
				DocumentKind.REGULATION, "河政发〔2024〕3号", "管理办法", on("2024-02-05"), false));
		after(made()).refuses(rectify(DocumentKind.REGULATION, null, null), Rule.REGULATION_POWER);
	}

	@Test
	void the_opening_stock_was_made_before_the_records_begin_and_even_before_the_agency() {
		after().refuses(make("T", DocumentKind.NORMATIVE_DOCUMENT, "2023-01-01", true), Rule.OPENING_STOCK);
		after().records(make("T", DocumentKind.NORMATIVE_DOCUMENT, "1998-06-01", true), new DocumentMade(ID.value(),
				"T", DocumentKind.NORMATIVE_DOCUMENT, "河政发〔2024〕3号", "管理办法", on("1998-06-01"), true));
	}

	@Test
	void a_document_is_amended_while_in_force_and_repealed_once() {
		RepealDocument repeal = new RepealDocument(ID, on("2024-06-01"), RepealWay.LAPSED);
		AmendDocument amend = new AmendDocument(ID, on("2024-05-01"));
		after(made()).records(amend, new DocumentAmended(ID.value(), on("2024-05-01")));
		after(made(), new DocumentAmended(ID.value(), on("2024-05-01"))).records(repeal, repealed());
		after(made(), repealed()).refuses(repeal, Rule.ALREADY_REPEALED);
		after(made(), repealed()).refuses(amend, Rule.ALREADY_REPEALED);
		after(made()).refuses(new RepealDocument(ID, on("2024-02-04"), RepealWay.REPEALED), Rule.DISCLOSURE_DAY_ORDER);
		after(made()).refuses(new AmendDocument(ID, on("2024-02-04")), Rule.DISCLOSURE_DAY_ORDER);
		after(made(), new DocumentAmended(ID.value(), on("2024-06-02"))).refuses(repeal, Rule.DISCLOSURE_DAY_ORDER);
	}

	@Test
	void a_rectification_changes_something_and_leaves_a_possible_record() {
		after(made()).records(rectify(null, "2023-12-29", null), new DocumentRectified(ID.value(), on("2024-07-01"),
				"录入错误", null, null, on("2023-12-29"), null, null, null));
		after(made()).refuses(rectify(null, null, null), Rule.NOTHING_TO_RECTIFY);
		after(made()).refuses(rectify(null, null, "2024-06-02"), Rule.NOT_REPEALED);
		after(made(), repealed()).records(rectify(null, null, "2024-06-02"), new DocumentRectified(ID.value(),
				on("2024-07-01"), "录入错误", null, null, null, null, on("2024-06-02"), null));
		after(made(), repealed()).refuses(rectify(null, "2024-06-02", null), Rule.DISCLOSURE_DAY_ORDER);
		after(made(), repealed()).refuses(rectify(null, null, "2024-02-01"), Rule.DISCLOSURE_DAY_ORDER);
		after(made(), new DocumentAmended(ID.value(), on("2024-05-01"))).refuses(rectify(null, "2024-05-02", null),
				Rule.DISCLOSURE_DAY_ORDER);
		after(made(), struck(StruckPart.RECORD)).refuses(rectify(null, "2023-12-29", null), Rule.DISCLOSURE_STRUCK);
	}

	@Test
	void the_whole_record_or_its_repeal_alone_is_struck() {
		StrikeDocument record = new StrikeDocument(ID, on("2024-07-02"), StruckPart.RECORD, "重复登记");
		StrikeDocument repeal = new StrikeDocument(ID, on("2024-07-02"), StruckPart.REPEAL, "重复登记");
		after(made()).records(record, struck(StruckPart.RECORD));
		after(made()).refuses(repeal, Rule.NOT_REPEALED);
		after(made(), repealed()).records(repeal, struck(StruckPart.REPEAL));
		after(made(), repealed(), struck(StruckPart.REPEAL))
			.records(new RepealDocument(ID, on("2024-06-01"), RepealWay.LAPSED), repealed());
		after(made(), repealed(), struck(StruckPart.RECORD)).refuses(record, Rule.DISCLOSURE_STRUCK);
	}

	private static Cabinet after(DocumentEvent... events) {
		return Cabinet.of(Document.class, events);
	}

	private static MakeDocument make(String agency, DocumentKind kind, String day, boolean opening) {
		return new MakeDocument(agency, kind, "河政发〔2024〕3号", "管理办法", on(day), opening);
	}

	private static RectifyDocument rectify(DocumentKind kind, String madeOn, String repealedOn) {
		return new RectifyDocument(ID, on("2024-07-01"), "录入错误", kind, null, (madeOn == null) ? null : on(madeOn), null,
				(repealedOn == null) ? null : on(repealedOn), null);
	}

	private static DocumentMade made() {
		return new DocumentMade(ID.value(), "T", DocumentKind.NORMATIVE_DOCUMENT, "河政发〔2024〕3号", "管理办法",
				on("2024-02-05"), false);
	}

	private static DocumentRepealed repealed() {
		return new DocumentRepealed(ID.value(), on("2024-06-01"), RepealWay.LAPSED);
	}

	private static DocumentStruck struck(StruckPart part) {
		return new DocumentStruck(ID.value(), on("2024-07-02"), part, "重复登记");
	}

}
