'use strict';

function compareWords(left, right) {
  const [one, other] = [left, right].map((word) => (/^[0-9]+$/.test(word) ? Number(word) : word));
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
  return one < other ? -1 : Number(one > other);
}

function compareLists(left, right) {
  const at = left.findIndex((word, i) => compareWords(word, right[i]) !== 0);
  if (at >= 0 && at < right.length) return compareWords(left[at], right[at]);
  return Math.sign(left.length - right.length);
}

function parse(version) {
  const [, numbers, early] = /^([^-]*)-?(.*)$/.exec(version);
  return { numbers: numbers.split('.'), early };
}

/** -1, 0 or 1: the left version is older, the same, or newer. */
exports.compare = (left, right) => {
  const [one, other] = [parse(left), parse(right)];
  const order = compareLists(one.numbers, other.numbers);
  if (order) return order;
  if (!one.early || !other.early) return Math.sign(other.early.length - one.early.length);
  return compareLists(one.early.split('.'), other.early.split('.'));
};

/** The newest release of a list, or null when it has none. */
exports.newest = (versions) => {
  const releases = versions.filter((version) => !version.includes('-'));
  return releases.sort(exports.compare).pop() || null;
};
