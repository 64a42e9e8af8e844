'use strict';

exports.create = (question, options) => [201, { id: 'poll' }];

exports.show = (id) => [501];

exports.vote = (id, option) => [501];

exports.result = (id) => [501];
