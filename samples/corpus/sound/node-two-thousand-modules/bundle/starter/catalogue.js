'use strict';

/** The star of a number: { number, name, magnitude, declination }. Small magnitudes are bright; declinations are degrees. */
exports.load = (number) => require(`star-${String(number).padStart(4, '0')}`);
