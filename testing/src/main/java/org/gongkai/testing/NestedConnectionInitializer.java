package org.gongkai.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Puts a [NestedConnectionDetector] before every pool of every application that a test starts in its own process. It is listed in
/// `spring.factories`, so that no test can omit it.
public final class NestedConnectionInitializer
		implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof HikariDataSource pool) ? new NestedConnectionDetector(pool, pool.getPoolName())
						: bean;
			}
		});
	}

}
