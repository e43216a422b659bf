package org.gongkai.standalone;

import java.time.Clock;

import org.gongkai.command.Calls;
import org.gongkai.command.CommandService;
import org.gongkai.command.integration.Uploads;
import org.gongkai.command.report.Numbers;
import org.gongkai.query.CommandClient;
import org.gongkai.query.QueryService;
import org.gongkai.query.ReadModels;
import org.gongkai.query.report.ReportContents;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Both services in one context, behind one door.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
		JdbcTemplateAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class })
@Import({ CommandService.class, QueryService.class, OfficeController.class, InnerDoor.class, FolderStorage.class })
class OfficeServices {

	/// One clock for both.
	@Bean
	Clock clock() {
		return Clock.system(CommandService.OFFICE);
	}

	@Bean
	Numbers numbersInProcess(ReportContents contents, ReadModels models) {
		return new DirectNumbers(contents, models);
	}

	@Bean
	CommandClient commandClient(Calls calls, Uploads uploads) {
		return new DirectCommandClient(calls, uploads);
	}

}
