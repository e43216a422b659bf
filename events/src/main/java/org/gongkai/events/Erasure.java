package org.gongkai.events;

/// An event after which nothing personal of its stream can be read any more: the stream's key is destroyed once this is
/// committed.
public interface Erasure extends Event {

}
