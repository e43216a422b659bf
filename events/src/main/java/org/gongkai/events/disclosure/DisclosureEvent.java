package org.gongkai.events.disclosure;

import org.gongkai.events.Event;

/// What can happen in proactive disclosure.
public sealed interface DisclosureEvent extends Event permits InformationEvent, DocumentEvent, TallyEvent {

}
