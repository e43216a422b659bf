package org.gongkai.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A pool that refuses a connection to a thread that holds one of its connections already: enough such threads at the same time wait for
/// each other until they time out.
public final class NestedConnectionDetector extends DelegatingDataSource {

	/// Read by [NestedConnectionCheck]: a background thread that catches the exception
	/// must not hide it.
	private static final ConcurrentLinkedQueue<NestedConnection> FOUND = new ConcurrentLinkedQueue<>();

	private final String name;

	private final Map<Thread, Throwable> held = new ConcurrentHashMap<>();

	/// @param name of the pool, for the message
	public NestedConnectionDetector(DataSource pool, String name) {
		super(pool);
		this.name = name;
	}

	/// A second connection was requested. The cause is where the first one was requested.
	public static final class NestedConnection extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		NestedConnection(String pool, Throwable first) {
			super("the thread " + Thread.currentThread().getName() + " holds a connection of the pool " + pool
					+ " and requests a second one", first);
		}

	}

	/// The requests that were refused since the last call.
	static List<NestedConnection> drain() {
		List<NestedConnection> found = new ArrayList<>();
		for (NestedConnection one = FOUND.poll(); one != null; one = FOUND.poll()) {
			found.add(one);
		}
		return found;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Thread owner = Thread.currentThread();
		Throwable first = this.held.get(owner);
		if (first != null) {
			NestedConnection nested = new NestedConnection(this.name, first);
			FOUND.add(nested);
			throw nested;
		}
		Connection connection = super.getConnection();
		this.held.put(owner, new Throwable("the first connection was requested here"));
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, new Held(connection, owner));
	}

	/// A connection until it is closed.
	private final class Held implements InvocationHandler {

		private final Connection connection;

		private final Thread owner;

		private boolean closed;

		Held(Connection connection, Thread owner) {
			this.connection = connection;
			this.owner = owner;
		}

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
			try {
				return method.invoke(this.connection, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
			finally {
				if (!this.closed && (method.getName().equals("close") || method.getName().equals("abort"))) {
					this.closed = true;
					NestedConnectionDetector.this.held.remove(this.owner);
				}
			}
		}

	}

}
