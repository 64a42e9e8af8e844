'use strict';

// Every function returns a status and, where there is one, the value to send.

exports.create = (question, options) => [501];

exports.show = (id) => [501];

exports.vote = (id, option) => [501];

exports.result = (id) => [501];
