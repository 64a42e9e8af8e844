'use strict';

/** -1, 0 or 1: the left version is older, the same, or newer. */
exports.compare = (left, right) => null;

/** The newest release of a list, or null when it has none. */
exports.newest = (versions) => undefined;
