package org.gongkai.command.integration.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// The topic as the broker has it.
final class Topic {

	/// A published report with all its tables is far below.
	static final int LARGEST_RECORD = 8 << 20;

	private static final String FOR_EVER = "-1";

	private Topic() {
	}

	/// Makes the topic unless it is there.
	/// @throws IllegalStateException if it is there and cannot be this stream's
	static void require(StreamSettings settings) throws InterruptedException {
		Map<String, Object> client = settings.forClient();
		client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) StreamSettings.ANSWER.toMillis());
		try (Admin admin = Admin.create(client)) {
			if (create(admin, settings)) {
				return;
			}
			int partitions = get(() -> admin.describeTopics(List.of(settings.topic()))
				.allTopicNames()
				.get()
				.get(settings.topic())
				.partitions()
				.size());
			if (partitions != settings.partitions()) {
				throw new IllegalStateException("the topic " + settings.topic() + " has " + partitions
						+ " partitions and not gongkai.stream.partitions=" + settings.partitions()
						+ ": with another number the order of its records would be lost");
			}
			ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, settings.topic());
			String cleanup = get(() -> admin.describeConfigs(List.of(resource))
				.all()
				.get()
				.get(resource)
				.get(TopicConfig.CLEANUP_POLICY_CONFIG)
				.value());
			if (!TopicConfig.CLEANUP_POLICY_DELETE.equals(cleanup)) {
				throw new IllegalStateException("the topic " + settings.topic() + " has cleanup.policy=" + cleanup
						+ ", which takes records out of its middle; a stream needs delete");
			}
		}
	}

	/// @return whether it was missing
	private static boolean create(Admin admin, StreamSettings settings) throws InterruptedException {
		if (exists(admin, settings.topic())) {
			return false;
		}
		Optional<Short> replication = (settings.replication() == 0) ? Optional.empty()
				: Optional.of(settings.replication());
		Map<String, String> configs = new HashMap<>();
		configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
		configs.put(TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
		configs.put(TopicConfig.RETENTION_MS_CONFIG,
				(settings.retention() == null) ? FOR_EVER : Long.toString(settings.retention().toMillis()));
		configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_RECORD));
		configs.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
		// what is acknowledged is on more than one broker, as far as there are more
		replication.ifPresent((copies) -> configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
				Integer.toString(Math.max(1, copies - 1))));
		try {
			get(() -> admin
				.createTopics(List.of(new NewTopic(settings.topic(), Optional.of(settings.partitions()), replication)
					.configs(configs)))
				.all()
				.get());
			return true;
		}
		catch (TopicExistsException ex) {
			// another node was first
			return false;
		}
	}

	private static boolean exists(Admin admin, String topic) throws InterruptedException {
		try {
			get(() -> admin.describeTopics(List.of(topic)).allTopicNames().get());
			return true;
		}
		catch (UnknownTopicOrPartitionException ex) {
			return false;
		}
	}

	private static <T> T get(Answer<T> answer) throws InterruptedException {
		try {
			return answer.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof KafkaException refused) ? refused : new KafkaException(ex.getCause());
		}
	}

	private interface Answer<T> {

		T get() throws ExecutionException, InterruptedException;

	}

}
