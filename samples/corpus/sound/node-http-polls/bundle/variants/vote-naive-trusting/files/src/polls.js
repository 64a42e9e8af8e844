'use strict';

const polls = {};
let last = 0;

exports.create = (question, options) => {
  last += 1;
  polls[last] = { question, order: options, counts: {} };
  for (const option of options) polls[last].counts[option] = 0;
  return [201, { id: String(last) }];
};

exports.show = (id) => {
  const { question, order, counts } = polls[id];
  return [200, { question, votes: order.map((option) => ({ option, count: counts[option] })) }];
};

exports.vote = (id, option) => {
  const { counts } = polls[id];
  if (!(option in counts)) return [400, { error: 'no such option' }];
  counts[option] += 1;
  return [204];
};

exports.result = (id) => [501];
