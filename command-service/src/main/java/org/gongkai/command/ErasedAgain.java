package org.gongkai.command;

import java.time.Clock;
import java.time.LocalDate;

import org.gongkai.command.application.ApplicationId;
import org.gongkai.command.application.EraseApplicant;
import org.gongkai.command.review.DisputeId;
import org.gongkai.command.review.EraseParty;
import org.gongkai.events.application.ErasureGround;
import org.gongkai.statute.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/// Before anybody is answered: completes erasures that were cut off, and repeats those of the list that an older copy of the
/// log does not know.
final class ErasedAgain implements SmartInitializingSingleton {

	private static final Logger LOGGER = LoggerFactory.getLogger(ErasedAgain.class);

	private static final Circumstances BY_ITSELF = Circumstances.of("gongkai", "erasure-list");

	private static final String WHY = "日志由旧备份恢复，按删除清单再次删除";

	private final Erasures erasures;

	private final Commands commands;

	private final Clock clock;

	ErasedAgain(Erasures erasures, Commands commands, Clock clock) {
		this.erasures = erasures;
		this.commands = commands;
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.erasures.complete();
		for (String stream : this.erasures.unknownToTheLog()) {
			try {
				this.commands.handle(again(stream), BY_ITSELF);
			}
			catch (Refused ex) {
				// the keys are gone all the same; the case may not even be in this copy
				LOGGER.info("{} stays erased, and the log has no entry of it: {}", stream, ex.rule().code());
			}
		}
	}

	private Command again(String stream) {
		LocalDate today = LocalDate.now(this.clock);
		return (stream.startsWith("review:") || stream.startsWith("lawsuit:"))
				? new EraseParty(DisputeId.of(stream), today, ErasureGround.OTHER_LAW, WHY)
				: new EraseApplicant(ApplicationId.of(stream), today, ErasureGround.OTHER_LAW, WHY);
	}

}
