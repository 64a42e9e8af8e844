'use strict';

// Every function returns a status and, where there is one, the value to send.

const polls = new Map();
const isText = (value) => typeof value === 'string' && value !== '';
const unknown = [404, { error: 'no such poll' }];

exports.create = (question, options) => {
  if (!isText(question) || !Array.isArray(options) || options.length < 2 || !options.every(isText)) return [400, { error: 'bad poll' }];
  const id = String(polls.size);
  polls.set(id, { question, votes: options.map((option) => ({ option, count: 0 })) });
  return [201, { id }];
};

exports.show = (id) => (polls.has(id) ? [200, polls.get(id)] : unknown);

exports.vote = (id, option) => {
  if (!polls.has(id)) return unknown;
  const vote = polls.get(id).votes.find((one) => one.option === option);
  if (!vote) return [400, { error: 'no such option' }];
  vote.count += 1;
  return [204];
};

exports.result = (id) => [501];
