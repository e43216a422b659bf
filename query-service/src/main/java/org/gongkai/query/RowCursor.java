package org.gongkai.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads any number of rows with bounded memory. Who takes the rows asks nothing more of the same database: the connection
/// is in use until the last one.
public final class RowCursor {

	/// Rows that are given at once.
	private static final int BATCH = 500;

	private final NamedParameterJdbcTemplate sql;

	private final TransactionTemplate transaction;

	/// @param tables whose connections are used
	public RowCursor(JdbcTemplate tables) {
		JdbcTemplate fetching = new JdbcTemplate(Objects.requireNonNull(tables.getDataSource()));
		fetching.setFetchSize(BATCH);
		this.sql = new NamedParameterJdbcTemplate(fetching);
		// the driver only fetches by and by within a transaction
		this.transaction = new TransactionTemplate(
				new DataSourceTransactionManager(Objects.requireNonNull(tables.getDataSource())));
		this.transaction.setReadOnly(true);
	}

	/// @param rows takes some hundred at a time, in their order
	public <T> void each(String select, MapSqlParameterSource values, RowMapper<T> mapper, Consumer<List<T>> rows) {
		List<T> some = new ArrayList<>();
		this.transaction.executeWithoutResult((_) -> this.sql.query(select, values, (RowCallbackHandler) (row) -> {
			some.add(mapper.mapRow(row, some.size()));
			if (some.size() == BATCH) {
				rows.accept(List.copyOf(some));
				some.clear();
			}
		}));
		if (!some.isEmpty()) {
			rows.accept(some);
		}
	}

	/// Of many items those of one page, and how many there were.
	public static final class PageOf<T> {

		private final int page;

		private final int size;

		private final List<T> items = new ArrayList<>();

		private long total;

		/// @param page from 0
		public PageOf(int page, int size) {
			this.page = page;
			this.size = size;
		}

		/// The next item.
		public void add(T item) {
			if (this.total >= (long) this.page * this.size && this.items.size() < this.size) {
				this.items.add(item);
			}
			this.total++;
		}

		/// The items of the page.
		public List<T> items() {
			return List.copyOf(this.items);
		}

		/// How many there were on all pages.
		public long total() {
			return this.total;
		}

	}

}
