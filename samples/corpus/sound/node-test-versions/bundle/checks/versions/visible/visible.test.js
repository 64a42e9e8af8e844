'use strict';

const assert = require('assert');
const { test } = require('node:test');

const { compare, newest } = require(`${process.env.COURSEGEN_WORKSPACE || process.cwd()}/versions.js`);

test('compares_first_number', () => {
  assert.equal(compare('2.0.0', '1.5.7'), 1);
  assert.equal(compare('1.5.7', '2.0.0'), -1);
});

test('early_before_release', () => {
  assert.equal(compare('1.0.0-beta', '1.0.0'), -1);
});

test('newest_release', () => {
  assert.equal(newest(['1.0.0', '1.2.0', '1.1.0']), '1.2.0');
});
