'use strict';

// One request, and a list of checks that becomes JUnit XML.
const fs = require('fs');
const http = require('http');

const lines = [];
let failures = 0;
const xml = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

exports.ask = (method, path, body) => new Promise((resolve) => {
  const request = http.request({ host: '127.0.0.1', port: process.env.PORT, method, path, agent: false, timeout: 5000 }, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (part) => { text += part; });
    response.on('end', () => {
      try {
        resolve([response.statusCode, text ? JSON.parse(text) : null]);
      } catch {
        resolve([response.statusCode, text]);
      }
    });
  });
  request.on('error', (problem) => resolve([0, String(problem)]));
  request.end(body === undefined ? undefined : JSON.stringify(body));
});

exports.same = (id, wanted, got) => {
  const [left, right] = [JSON.stringify(wanted), JSON.stringify(got)];
  const isSame = left === right;
  if (!isSame) failures += 1;
  lines.push(`<testcase name="${id}">${isSame ? '' : `<failure message="${xml(`expected ${left}, got ${right}`)}"/>`}</testcase>`);
};

exports.finish = () => {
  fs.writeFileSync(process.env.COURSEGEN_REPORT, `<testsuite>${lines.join('\n')}</testsuite>\n`);
  process.exit(failures ? 1 : 0);
};
