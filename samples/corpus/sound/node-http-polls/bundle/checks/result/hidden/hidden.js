'use strict';

const { ask, same, finish } = require(`${process.env.COURSEGEN_SHARED}/junit.js`);

async function resultOf(options, votes) {
  const made = await ask('POST', '/polls', { question: 'Which?', options });
  const path = `/polls/${made[1] && made[1].id}`;
  for (const option of votes) await ask('POST', `${path}/votes`, { option });
  const [status, value] = await ask('GET', `${path}/result`);
  return [status, value && value.total, value && value.winners, value && value.share];
}

(async () => {
  same('nobody_voted', [200, 0, [], 0], await resultOf(['a', 'b'], []));
  same('winner_is_last', [200, 3, ['c'], 67], await resultOf(['a', 'b', 'c'], ['c', 'a', 'c']));
  same('share_is_rounded', [200, 8, ['b'], 63], await resultOf(['a', 'b'], [...'abbabbab']));
  same('tie_in_order', [200, 4, ['x', 'm'], 50], await resultOf(['x', 'q', 'm'], ['m', 'x', 'x', 'm']));
  same('result_of_unknown_poll', [404, { error: 'no such poll' }], await ask('GET', '/polls/nobody/result'));
  finish();
})();
