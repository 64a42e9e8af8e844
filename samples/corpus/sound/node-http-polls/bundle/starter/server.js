'use strict';

// HTTP around src/polls.js; you need not change it.
const http = require('http');
const polls = require('./src/polls');

const routes = [
  ['GET', /^\/health$/, () => [200, { status: 'up' }]],
  ['POST', /^\/polls$/, (_, body) => polls.create(body.question, body.options)],
  ['GET', /^\/polls\/([^/]+)$/, (id) => polls.show(id)],
  ['POST', /^\/polls\/([^/]+)\/votes$/, (id, body) => polls.vote(id, body.option)],
  ['GET', /^\/polls\/([^/]+)\/result$/, (id) => polls.result(id)],
];

function answer(method, path, body) {
  for (const [wanted, pattern, act] of routes) {
    const match = pattern.exec(path);
    if (method === wanted && match) return act(match[1], body);
  }
  return [404, { error: 'no such page' }];
}

http.createServer(async (request, response) => {
  let text = '';
  for await (const part of request) text += part;
  let status, value;
  try {
    [status, value] = answer(request.method, request.url, text ? JSON.parse(text) : {});
  } catch (problem) {
    console.error(problem);
    [status, value] = [500, { error: 'crashed' }];
  }
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(value === undefined ? '' : JSON.stringify(value));
}).listen(Number(process.env.PORT || 8000), '127.0.0.1');
