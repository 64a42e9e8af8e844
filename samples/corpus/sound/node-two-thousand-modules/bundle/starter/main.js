'use strict';

// The command line around sky.js; you need not change it.
const sky = require('./sky');

const [command, ...rest] = process.argv.slice(2);
const numbers = rest.map(Number);
const names = command === 'brightest' ? sky.brightest(numbers) : sky.rising(numbers[0], numbers.slice(1));
for (const name of names) console.log(name);
