package org.gongkai.statute.report;

import org.jspecify.annotations.Nullable;

/// 制发、废止、现行有效件数: the documents of one kind in one year. Amending a document counts neither as making nor as repealing.
///
/// @param made 本年制发件数
/// @param repealed 本年废止件数, lapsed ones included
/// @param inForce 现行有效件数 at the end of the year
public record Stock(long made, long repealed, long inForce) {

	/// No documents.
	public static final Stock EMPTY = new Stock(0, 0, 0);

	/// The years that matter of a document's life.
	///
	/// @param opening whether it was in force when the list began: made in no year that
	/// is
	/// reported, in force in every one until it is repealed
	/// @param madeIn the year of making
	/// @param repealedIn the year of repeal; null while in force
	public record Life(boolean opening, int madeIn, @Nullable Integer repealedIn) {
	}

	/// The stock with some more documents of the same life counted for a year. In force
	/// last year, plus made, less repealed, is in force this year, whatever the lives.
	/// @param year the year that is reported
	/// @param documents how many
	public Stock with(int year, Life life, long documents) {
		Integer repealedIn = life.repealedIn();
		boolean made = !life.opening() && life.madeIn() == year;
		boolean repealed = repealedIn != null && repealedIn == year;
		boolean inForce = (life.opening() || life.madeIn() <= year) && (repealedIn == null || repealedIn > year);
		return new Stock(this.made + (made ? documents : 0), this.repealed + (repealed ? documents : 0),
				this.inForce + (inForce ? documents : 0));
	}

	/// The sum of two stocks.
	public Stock plus(Stock other) {
		return new Stock(this.made + other.made, this.repealed + other.repealed, this.inForce + other.inForce);
	}

	/// By how much the documents in force exceed last year's, plus made, less repealed; 0
	/// where the stock identity holds.
	public long imbalance(Stock lastYear) {
		return this.inForce - (lastYear.inForce + this.made - this.repealed);
	}

}
