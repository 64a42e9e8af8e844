'use strict';

const assert = require('assert');
const { test } = require('node:test');

const { compare, newest } = require(`${process.env.COURSEGEN_WORKSPACE}/versions.js`);

function ordered(...versions) {
  versions.forEach((left, i) => versions.forEach((right, j) => {
    assert.strictEqual(compare(left, right), Math.sign(i - j), `${left} and ${right}`);
  }));
}

test('compares_as_numbers', () => ordered('1.9.3', '1.10.0', '2.0.0', '10.0.0'));
test('compares_last_number', () => ordered('0.0.1', '0.0.2', '0.0.10', '0.1.0'));
test('equal_versions', () => {
  assert.strictEqual(compare('1.2.3', '1.2.3'), 0);
  assert.strictEqual(compare('1.2.3-rc.1', '1.2.3-rc.1'), 0);
});
test('early_words', () => ordered('1.0.0-alpha', '1.0.0-beta', '1.0.0-rc', '1.0.0', '1.0.1-alpha'));
test('early_numbers', () => ordered('1.0.0-2', '1.0.0-10', '1.0.0-1x', '1.0.0-alpha', '1.0.0-alpha.2', '1.0.0-alpha.10', '1.0.0-alpha.b'));
test('longer_early', () => ordered('1.0.0-rc', '1.0.0-rc.0', '1.0.0-rc.0.1', '1.0.0-rc.1'));
test('newest_passes_over_early', () => assert.strictEqual(newest(['1.0.0', '1.10.0', '2.0.0-rc', '1.9.0']), '1.10.0'));
test('newest_of_none', () => {
  assert.strictEqual(newest([]), null);
  assert.strictEqual(newest(['1.0.0-beta']), null);
});
