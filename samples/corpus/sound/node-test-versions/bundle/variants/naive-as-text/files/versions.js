'use strict';

/** -1, 0 or 1: the left version is older, the same, or newer. */
exports.compare = (left, right) => {
  if (left.startsWith(`${right}-`)) return -1;
  if (right.startsWith(`${left}-`)) return 1;
  return left < right ? -1 : Number(left > right);
};

/** The newest release of a list, or null when it has none. */
exports.newest = (versions) => {
  const releases = versions.filter((version) => !version.includes('-'));
  return releases.sort(exports.compare).pop() || null;
};
