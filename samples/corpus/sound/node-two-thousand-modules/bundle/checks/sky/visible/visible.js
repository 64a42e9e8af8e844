'use strict';

// Loads sky.js and tries its functions. Writes JUnit XML where $COURSEGEN_REPORT says.
const fs = require('fs');

const sky = require(`${process.env.COURSEGEN_WORKSPACE || process.cwd()}/sky.js`);
let cases = '';
let failures = 0;

function same(name, wanted, got) {
  const [left, right] = [wanted.join(' '), String(Array.isArray(got) ? got.join(' ') : got)];
  const isSame = left === right;
  failures += isSame ? 0 : 1;
  const problem = isSame ? '' : `<failure message="expected ${left}, got ${right.replace(/[<&"]/g, '?')}"/>`;
  cases += `<testcase classname="sky" name="${name}">${problem}</testcase>`;
  console.log(`${isSame ? 'passed' : 'failed'} ${name}`);
}

same('brightest_first', ['S0019', 'S0001', 'S0002'], sky.brightest([1, 2, 19]));
same('rises_in_the_north', ['S0002', 'S0003'], sky.rising(52.5, [4, 2, 3]));
if (process.env.COURSEGEN_REPORT) fs.writeFileSync(process.env.COURSEGEN_REPORT, `<testsuite>${cases}</testsuite>`);
process.exit(failures ? 1 : 0);
