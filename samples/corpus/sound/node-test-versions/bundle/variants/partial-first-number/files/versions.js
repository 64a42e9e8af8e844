'use strict';

/** -1, 0 or 1: the left version is older, the same, or newer. */
exports.compare = (left, right) => Math.sign(parseInt(left, 10) - parseInt(right, 10));

/** The newest release of a list, or null when it has none. */
exports.newest = (versions) => undefined;
