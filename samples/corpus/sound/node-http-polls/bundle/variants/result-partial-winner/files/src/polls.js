'use strict';

const polls = new Map();

exports.create = (question, options) => {
  polls.set('poll', options.map((option) => ({ option, count: 0 })));
  return [201, { id: 'poll' }];
};

exports.show = (id) => [501];

exports.vote = (id, option) => {
  const poll = [...polls.values()].pop();
  poll.find((vote) => vote.option === option).count += 1;
  return [204];
};

exports.result = (id) => {
  const poll = [...polls.values()].pop();
  poll.sort((left, right) => right.count - left.count);
  return [200, { winners: [poll[0].option] }];
};
