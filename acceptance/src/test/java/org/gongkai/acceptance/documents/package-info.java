/// The documents say what the code does: feature index, glossary, command line and links are checked against it.
@NullMarked
package org.gongkai.acceptance.documents;

import org.jspecify.annotations.NullMarked;
