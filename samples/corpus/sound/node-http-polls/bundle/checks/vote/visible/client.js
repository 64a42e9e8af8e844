'use strict';

// One request, and a list of checks that becomes the report.
const fs = require('fs');

const base = process.env.BASE_URL || `http://127.0.0.1:${process.env.PORT || 8000}`;
const tests = [];

exports.ask = async (method, path, body) => {
  const response = await fetch(base + path, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(5000) });
  const text = await response.text();
  return { status: response.status, value: text ? JSON.parse(text) : null };
};

exports.same = (id, title, wanted, got) => {
  const [left, right] = [JSON.stringify(wanted), JSON.stringify(got)];
  const message = left === right ? '' : `expected ${left}, got ${right}`;
  tests.push({ id, title, status: message ? 'failed' : 'passed', message, diagnostics: [] });
  console.log(`${message ? 'failed' : 'passed'}  ${title}  ${message}`);
};

exports.finish = () => {
  if (process.env.COURSEGEN_REPORT) fs.writeFileSync(process.env.COURSEGEN_REPORT, JSON.stringify({ tests }));
  process.exit(tests.every((test) => test.status === 'passed') ? 0 : 1);
};
