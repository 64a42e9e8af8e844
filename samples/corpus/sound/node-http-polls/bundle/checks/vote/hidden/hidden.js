'use strict';

const { ask, same, finish } = require(`${process.env.COURSEGEN_SHARED}/junit.js`);

const create = (question, options) => ask('POST', '/polls', { question, options });
const pathOf = (made) => `/polls/${made[1] && made[1].id}`;
const counts = async (path) => {
  const poll = (await ask('GET', path))[1];
  return poll && poll.votes ? poll.votes.map((vote) => `${vote.option}=${vote.count}`) : poll;
};
const bad = [400, { error: 'bad poll' }];
const unknown = [404, { error: 'no such poll' }];

(async () => {
  const first = pathOf(await create('Where?', ['sea', 'hills', 'city']));
  const second = pathOf(await create('When?', ['May', 'June']));
  same('creates_with_201', 201, (await create('Who?', ['all', 'some']))[0]);
  const votes = [];
  for (const option of ['hills', 'hills', 'city', 'hills']) votes.push((await ask('POST', `${first}/votes`, { option }))[0]);
  same('every_vote_is_204', [204, 204, 204, 204], votes);
  same('counts_every_vote', ['sea=0', 'hills=3', 'city=1'], await counts(first));
  same('polls_are_apart', [['sea=0', 'hills=3', 'city=1'], ['May=0', 'June=0']], [await counts(first), await counts(second)]);
  same('shows_question', 'When?', ((await ask('GET', second))[1] || {}).question);
  same('votes_for_the_option_named', [400, { error: 'no such option' }], await ask('POST', `${second}/votes`, { option: 'sea' }));
  same('refuses_inherited_names', [400, { error: 'no such option' }], await ask('POST', `${second}/votes`, { option: 'constructor' }));
  same('refuses_single_option', bad, await create('Why?', ['because']));
  same('refuses_options_that_are_no_list', bad, await create('Why?', 'because'));
  same('refuses_options_that_are_no_texts', bad, await create('Why?', ['because', 7]));
  same('refuses_missing_question', bad, await create(undefined, ['yes', 'no']));
  same('refuses_empty_question', bad, await create('', ['yes', 'no']));
  same('refuses_question_that_is_no_text', bad, await create(['Why?'], ['yes', 'no']));
  same('unknown_poll', [unknown, unknown], [await ask('GET', '/polls/nobody'), await ask('POST', '/polls/nobody/votes', { option: 'yes' })]);
  finish();
})();
