'use strict';

const { load } = require('./catalogue');

/** The names of the stars of these numbers, the brightest first. */
exports.brightest = (numbers) => {
  const stars = numbers.map(load);
  stars.sort((one, other) => one.magnitude - other.magnitude);
  return stars.map((star) => star.name);
};

/** The names of those stars that rise at a latitude, in the order of the numbers. */
exports.rising = (latitude, numbers) => numbers.map(load).map((star) => star.name);
