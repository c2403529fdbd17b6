package org.prongsai.contracts;

import java.lang.reflect.Constructor;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/** Makes records by reflection: Jackson's own way works a method handle out anew for each, which takes longer than to read one. */
final class RecordMaker extends StdValueInstantiator {

    private final Constructor<?> constructor;

    private RecordMaker(StdValueInstantiator usual, Constructor<?> constructor) {
        super(usual);
        this.constructor = constructor;
    }

    static JacksonModule module() {
        return new SimpleModule("records", Version.unknownVersion()) {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addValueInstantiators(new ForRecords());
            }
        };
    }

    @Override
    public Object createFromObjectWith(DeserializationContext context, Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException refused) {
            return context.handleInstantiationProblem(_valueClass, values, rewrapCtorProblem(context, refused));
        }
    }

    private static final class ForRecords implements ValueInstantiators {

        @Override
        @SuppressWarnings("NullAway") // null leaves it to others
        public ValueInstantiator findValueInstantiator(DeserializationConfig config, BeanDescription.Supplier type) {
            return null;
        }

        @Override
        public ValueInstantiator modifyValueInstantiator(
                DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator usual) {
            return type.getBeanClass().isRecord()
                            && usual instanceof StdValueInstantiator standard
                            && usual.getWithArgsCreator() != null
                            && usual.getWithArgsCreator().getAnnotated() instanceof Constructor<?> constructor
                    ? new RecordMaker(standard, constructor)
                    : usual;
        }
    }
}
