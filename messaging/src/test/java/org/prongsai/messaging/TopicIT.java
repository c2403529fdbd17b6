package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;
import org.prongsai.local.TestWorld;

class TopicIT {

    @BeforeEach
    void topics_are_made() {
        Post.get();
    }

    @Test
    void what_is_appended_is_kept_for_ever_and_what_is_compacted_keeps_each_last_state() throws Exception {
        Map<Topic, Config> configs = configs();
        for (Topic topic : Topic.values()) {
            var config = configs.get(topic);
            if (topic.compacted()) {
                assertThat(config.get("cleanup.policy").value())
                        .as(topic.channel())
                        .isEqualTo("compact");
            } else {
                assertThat(config.get("cleanup.policy").value())
                        .as(topic.channel())
                        .isEqualTo("delete");
                assertThat(config.get("retention.ms").value())
                        .as(topic.channel())
                        .isEqualTo("-1");
                assertThat(config.get("retention.bytes").value())
                        .as(topic.channel())
                        .isEqualTo("-1");
            }
            assertThat(config.get("message.timestamp.type").value()).isEqualTo("CreateTime");
        }
    }

    @Test
    void every_topic_has_the_partitions_it_was_given() throws Exception {
        try (var admin = admin()) {
            var described = admin.describeTopics(
                            Arrays.stream(Topic.values()).map(Topic::channel).toList())
                    .allTopicNames()
                    .get();
            assertThat(described.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(Post.SETTINGS.partitions()));
        }
    }

    private static Map<Topic, Config> configs() throws Exception {
        List<ConfigResource> resources = Arrays.stream(Topic.values())
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.channel()))
                .toList();
        try (var admin = admin()) {
            var found = admin.describeConfigs(resources).all().get();
            return Arrays.stream(Topic.values())
                    .collect(Collectors.toMap(
                            Function.identity(),
                            topic -> found.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.channel()))));
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", TestWorld.get().kafkaBootstrap()));
    }
}
