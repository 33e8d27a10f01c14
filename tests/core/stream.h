/* A stream of random events: sent to the step, with the rules watching, and the calls read. */
#ifndef LIMBER_TESTS_STREAM_H
#define LIMBER_TESTS_STREAM_H

#include "core/policy/step.h"
#include "tests/core/random_plan.h"
#include "tests/core/rules.h"
#include "tests/rows.h"

struct stream {
	uint64_t random;
	unsigned char poison; /* what memory holds before it is set */
	struct test_plan plans[2];
	int plan; /* of the two, the one in force */
	struct zone zone;
	struct moment now;
	struct state state;
	struct result result;
	struct rules rules;
	int events;           /* sent so far */
	enum event_kind kind; /* of the last one */
	uint64_t print;       /* of all actions so far */
};

static inline uint32_t random_next(struct stream *stream)
{
	/* Knuth's MMIX constants; the upper bits are the good ones. */
	stream->random =
		stream->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(stream->random >> 33);
}

static inline int below(void *stream, int of)
{
	return (int)(random_next(stream) % (uint32_t)of);
}

static inline const struct plan *plan_of(const struct stream *stream)
{
	return &stream->plans[stream->plan].plan;
}

static inline void print_bytes(struct stream *stream, const void *bytes, size_t length)
{
	const unsigned char *byte = bytes;
	for (size_t i = 0; i < length; i++)
		stream->print = (stream->print ^ byte[i]) * UINT64_C(1099511628211);
}

static inline void print_actions(struct stream *stream)
{
	for (int i = 0; i < stream->result.count; i++) {
		const struct action *action = &stream->result.actions[i];
		print_bytes(stream, &action->kind, sizeof(action->kind));
		print_bytes(stream, &stream->now, sizeof(stream->now));
		if (action->kind == ACTION_SHOW)
			print_bytes(stream, action->card.item, strlen(action->card.item));
	}
}

static inline void pass(struct stream *stream, usec length)
{
	stream->now.boot.us += length;
	stream->now.real.us += length;
}

static inline void send(struct stream *stream, struct event event);

/* The shell looks at once, or nearly. */
static inline void read_calls(struct stream *stream)
{
	struct event event = { .kind = EVENT_BUSY };
	event.busy.kind = BUSY_CALL;
	event.busy.on = below(stream, 3) == 0;
	event.busy.gone = below(stream, 20) == 0;
	pass(stream, below(stream, 2) * USEC_PER_SEC / 50);
	send(stream, event);
}

static inline void send(struct stream *stream, struct event event)
{
	static struct state before;
	event.now = stream->now;
	before = stream->state;
	memset(&stream->result, stream->poison, sizeof(stream->result));
	step(plan_of(stream), &stream->state, &event, &stream->result);
	stream->events++;
	stream->kind = event.kind;
	print_actions(stream);
	rules_watch(&stream->rules, plan_of(stream), &before, &stream->state, &event,
		    &stream->result);
	enum answer answer = stream->result.answer;
	if (stream->result.read_calls && stream->rules.broken[0] == '\0')
		read_calls(stream);
	stream->result.answer = answer;
}

/* Nothing is left to do at this moment: a repeated wake changes nothing. */
static inline void settle(struct stream *stream)
{
	static struct state before;
	struct rules *rules = &stream->rules;
	for (int i = 0; stream->result.armed && stream->result.wake.us == stream->now.boot.us;
	     i++) {
		rule_check(rules, i < 8, "wakes without end");
		if (i == 8)
			return;
		send(stream, (struct event){ .kind = EVENT_WAKE });
	}
	before = stream->state;
	send(stream, (struct event){ .kind = EVENT_WAKE });
	rule_check(rules, stream->result.count == 0, "a second wake does something");
	before.foresight = stream->state.foresight;
	rule_check(rules, memcmp(&before, &stream->state, sizeof(before)) == 0,
		   "a second wake changes the state");
}

#endif
