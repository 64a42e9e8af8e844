'use strict';

const { ask, same, finish } = require('./client');

(async () => {
  const made = await ask('POST', '/polls', { question: 'Lunch?', options: ['pizza', 'pasta'] });
  const path = `/polls/${made.value && made.value.id}`;
  same('creates_poll', 'a poll is made', 201, made.status);
  await ask('POST', `${path}/votes`, { option: 'pasta' });
  const wanted = { question: 'Lunch?', votes: [{ option: 'pizza', count: 0 }, { option: 'pasta', count: 1 }] };
  same('counts_votes', 'a vote is counted', wanted, (await ask('GET', path)).value);
  same('refuses_other_option', 'a vote for something else is a 400', 400, (await ask('POST', `${path}/votes`, { option: 'soup' })).status);
  finish();
})();
