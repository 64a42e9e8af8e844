'use strict';

const { ask, same, finish } = require('./client');

(async () => {
  const made = await ask('POST', '/polls', { question: 'Lunch?', options: ['pizza', 'pasta'] });
  const path = `/polls/${made.value && made.value.id}`;
  for (const option of ['pizza', 'pasta', 'pizza', 'pizza']) await ask('POST', `${path}/votes`, { option });
  const value = (await ask('GET', `${path}/result`)).value || {};
  same('single_winner', 'the option with the most votes wins', ['pizza'], value.winners);
  same('total_and_share', 'the result tells total and share', [4, 75], [value.total, value.share]);
  finish();
})();
