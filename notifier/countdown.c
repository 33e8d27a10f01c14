/* A place in the part is computed from the clock at each tick, so that late ticks add up to
 * nothing. */
#include "notifier/countdown.h"

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "core/base/text.h"

#define _(text) gettext(text)

enum { SECONDS_APART = 5 };

static usec seconds_up(usec length)
{
	return (length + USEC_PER_SEC - 1) / USEC_PER_SEC;
}

/* "Change over: 3 s", "12 s", and of several repetitions "4 s, time 2 of 8". */
static char *line_of(const struct countdown *countdown, const struct player_place *place)
{
	char length[LENGTH_SIZE];
	usec left = place->changing ? place->left : place->time_left;
	length_say(seconds_up(left) * USEC_PER_SEC, length);
	if (place->changing)
		return g_strdup_printf(_("Change over: %s"), length);
	if (countdown->clock.times > 1)
		return g_strdup_printf(_("%s, time %d of %d"), length, place->time,
				       countdown->clock.times);
	return g_strdup(length);
}

static void value_set(struct countdown *countdown, const char *key, char *value)
{
	for (int i = 0; i < countdown->card.count; i++) {
		struct wire_line *line = &countdown->card.lines[i];
		if (strcmp(line->key, key) != 0)
			continue;
		g_free(line->value);
		line->value = value;
		return;
	}
	g_free(value);
}

/* Write the time of now into the card. */
static void count(struct countdown *countdown, struct player_place *ret)
{
	usec since = g_get_monotonic_time() - countdown->since;
	int progress = player_clock_place(&countdown->clock, since, ret);
	if (ret->part > 0)
		return;
	char *line = line_of(countdown, ret);
	const char *rest = strchr(countdown->body, '\n');
	value_set(countdown, "body", g_strconcat(line, rest, NULL));
	value_set(countdown, "progress", g_strdup_printf("%d", progress));
	g_free(line);
}

/* Whether it is worth a new picture where each costs: a fifth second, or something begins. */
static bool is_fifth(const struct countdown *countdown, const struct player_place *place)
{
	usec left = place->changing ? place->left : place->time_left;
	usec one = place->changing ? countdown->clock.change
				   : countdown->clock.length / countdown->clock.times;
	return seconds_up(left) % SECONDS_APART == 0 || one - left < USEC_PER_SEC;
}

static gboolean on_tick(gpointer user);

/* Until the next whole second; a little after it, as a timer may be early. */
static void arm(struct countdown *countdown, const struct player_place *place)
{
	usec left = place->changing ? place->left : place->time_left;
	countdown->timer = 0;
	if (place->part == 0)
		countdown->timer = g_timeout_add((guint)((left - 1) % USEC_PER_SEC / 1000 + 1),
						 on_tick, countdown);
}

static gboolean on_tick(gpointer user)
{
	struct countdown *countdown = user;
	struct player_place place;
	count(countdown, &place);
	arm(countdown, &place);
	if (place.part == 0 && (countdown->has_bar(countdown->user) || is_fifth(countdown, &place)))
		countdown->draw(countdown->user);
	return G_SOURCE_REMOVE;
}

static void forget(struct countdown *countdown)
{
	if (countdown->timer)
		g_source_remove(countdown->timer);
	countdown->timer = 0;
	for (int i = 0; i < countdown->card.count; i++) {
		g_free(countdown->card.lines[i].key);
		g_free(countdown->card.lines[i].value);
	}
	countdown->card.count = 0;
	g_clear_pointer(&countdown->body, g_free);
}

void countdown_take(struct countdown *countdown, const struct wire_message *card)
{
	const char *body = wire_value(card, "body");
	struct player_place place;
	forget(countdown);
	for (int i = 0; i < card->count; i++)
		countdown->card.lines[i] = (struct wire_line){ g_strdup(card->lines[i].key),
							       g_strdup(card->lines[i].value) };
	countdown->card.count = card->count;
	countdown->body = g_strdup(body ? body : "");
	if (!wire_clock(card, &countdown->clock))
		return;
	countdown->since = g_get_monotonic_time();
	count(countdown, &place);
	arm(countdown, &place);
}

void countdown_finish(struct countdown *countdown)
{
	forget(countdown);
}
