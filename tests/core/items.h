/* Invented items for the plans of tests. */
#ifndef LIMBER_TESTS_ITEMS_H
#define LIMBER_TESTS_ITEMS_H

#include "core/model/item.h"

static const struct item item_walk = { .id = "walk", .title = "Walk", .cue = "Walk." };
/* It takes five minutes. */
static const struct item item_hip = {
	.id = "hip", .title = "Hips", .cue = "Stretch.", .seconds = 300
};
static const struct item item_stand = { .id = "stand", .title = "Stand", .cue = "Stand." };
static const struct item item_blink = { .id = "blink", .title = "Blink", .cue = "Blink." };
static const struct item item_calf = { .id = "calf", .title = "Calves", .cue = "Stretch." };
static const struct item item_glass = {
	.id = "glass", .category = CATEGORY_HYDRATE, .title = "Glass", .cue = "Drink."
};
static const struct item item_look = {
	.id = "look", .title = "Look", .cue = "Look back.", .kind = KIND_CHECK_IN
};
static const struct item item_visit = {
	.id = "visit", .title = "Visit", .cue = "Book it.", .kind = KIND_CHECK_IN
};
static const struct item item_roam = {
	.id = "roam", .title = "Roam", .cue = "Roam.", .before_setup = true
};
static const struct item item_shift = {
	.id = "shift", .title = "Shift", .cue = "Shift.", .before_setup = true
};
/* 30 s, then 20 s on each side: 78 s with the time to change over. */
static const struct item_step lunge_steps[] = {
	{ .text = "Kneel.", .seconds = 30, .times = 1, .title = "Kneel down" },
	{ .text = "Push.",
	  .seconds = 10,
	  .times = 2,
	  .both_sides = true,
	  .title = "Push the hip forward" },
};
static const struct item item_lunge = { .id = "lunge",
					.title = "Lunge",
					.cue = "Lunge.",
					.steps = lunge_steps,
					.step_count = 2,
					.kind = KIND_ROUTINE,
					.note = "Stop at pain.",
					.seconds = 70 };
/* 30 s and 20 s: 54 s with the time to change over; easier 10 s, and 8 s on each side: 34 s. */
static const struct item_step bend_steps[] = {
	{ .text = "Bend.", .seconds = 30, .times = 1, .title = "Bend forward" },
	{ .text = "Hold.", .seconds = 20, .times = 1, .title = "" },
};
static const struct item_step bend_easier[] = {
	{ .text = "Bend a little.", .seconds = 10, .times = 1, .title = "Bend a little" },
	{ .text = "Lean.", .seconds = 8, .times = 1, .both_sides = true, .title = "" },
};
static const struct item_caution bend_cautions[] = {
	{ FACT_PREGNANT, RULE_SWAP, "Only a little." },
};
static const struct item item_bend = { .id = "bend",
				       .title = "Bend",
				       .cue = "Bend.",
				       .steps = bend_steps,
				       .step_count = 2,
				       .easier = bend_easier,
				       .easier_count = 2,
				       .cautions = bend_cautions,
				       .caution_count = 1,
				       .kind = KIND_ROUTINE,
				       .seconds = 50 };
struct known {
	const char *name;
	enum trigger trigger;
	int every;        /* minutes */
	const char *at;   /* with commas between */
	enum occasion on; /* TRIGGER_ON */
	usec valid;       /* 0: 90 min */
	const char *with; /* a rider: on whose card; it counts sitting all the same */
	const char *say;
	const struct item *items[3];
};

#endif
