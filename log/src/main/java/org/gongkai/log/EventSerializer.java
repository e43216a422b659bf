package org.gongkai.log;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;

/// Writes events under the names of the [EventCatalog], so that packages and classes may move while the log stays.
final class EventSerializer extends Jackson3Serializer {

	private final EventForms forms;

	EventSerializer(EventForms forms) {
		super(builder().jsonMapperBuilderCustomizer(EventJson::configure));
		this.forms = forms;
	}

	@Override
	@SuppressWarnings({ "rawtypes", "unchecked" })
	public SerializedType typeForClass(Class type) {
		if (type != null && Event.class.isAssignableFrom(type)) {
			Class<? extends Event> event = type;
			String name = EventCatalog.nameOf(event);
			return new SimpleSerializedType(name, this.forms.stored(name, false));
		}
		return super.typeForClass(type);
	}

	@Override
	public Class<?> classForType(SerializedType type) {
		// only events and their metadata are ever read back; no other class name in the
		// database is loaded
		return type.getName().indexOf('.') == type.getName().lastIndexOf('.') && !type.getName().isEmpty()
				? EventCatalog.typeOf(type.getName()) : super.classForType(type);
	}

}
