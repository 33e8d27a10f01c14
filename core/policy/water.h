/* Water: which answers are drinks, what was drunk, and with an aim when to ask for a glass. */
#ifndef LIMBER_WATER_H
#define LIMBER_WATER_H

#include "core/model/state.h"

/* The reminder that `limber drink` books on. */
#define WATER_REMINDER "water"

/*
 * Set kind and amount of a row by its outcome. A row is a drink where the user has done a prompt
 * to drink, or WATER_REMINDER has no item: of the row's amount, if it has one, else a glass;
 * partly is half of that.
 */
void water_fill(const struct plan *plan, int index, struct record *row);

/* Count so many millilitres as drunk now; negative: take them back, the latest first. */
void water_count(const struct plan *plan, struct state *state, int32_t ml, struct moment now);

/* What was drunk today; and by `now` in the last hour, or up to a WATER_SLOT longer. */
int32_t water_today(const struct plan *plan, const struct state *state, struct moment now);
int32_t water_of_hour(const struct state *state, struct realtime now);

/*
 * With `aim`, WATER_REMINDER by `every` asks for a glass at a time: as often as what is left of the
 * aim needs, over what is left of the day, from the last answer or drink on. That is the time in
 * its hours and outside quiet, without WATER_DRY before bed, and in the WATER_TAPER before that at
 * most one glass an hour. Bed is the next time of the reminder "bedtime", from which on WATER_SLEEP
 * passes or its hours begin, or the begin of a quiet of WATER_NIGHT or longer. Less than half
 * a glass is not asked for.
 *
 * No glass is asked for that would make more than WATER_CEILING in an hour, whatever is left. NIOSH
 * publication 2017-126 ("Heat stress: hydration") allows at most 48 oz (1.4 l) an hour at work in
 * the heat, and advises 0.7 to 1 l: more makes the blood short of salt. At a desk 1 l, which is
 * also the caution on the card, is the most. That drinks belong into the day, and few of them into
 * the last two to three hours before bed, is advice against waking at night (sleepfoundation.org,
 * "Living with nocturia"; NHS Devon, referral guidance on nocturia).
 */
enum { WATER_CEILING = 1000 };
#define WATER_DRY (2 * USEC_PER_HOUR)
#define WATER_TAPER (2 * USEC_PER_HOUR)
#define WATER_NIGHT (3 * USEC_PER_HOUR)
/* What adults need at least (American Academy of Sleep Medicine, consensus of 2015). */
#define WATER_SLEEP (7 * USEC_PER_HOUR)

/* The least and the most that may be set as the aim of a day. */
enum { WATER_AIM_LEAST = 250, WATER_AIM_MOST = 4000 };

/* Whether a health fact forbids an aim today: a clinic has set how much the user may drink. */
bool water_forbidden(const struct health *health, int32_t today, enum fact *ret);

/* The aim of today in millilitres; 0: there is none, or it is forbidden. */
int32_t water_aim(const struct plan *plan, const struct state *state);

/* Whether a reminder asks by the aim, instead of by sitting or elapsed time. */
bool water_leads(const struct plan *plan, const struct state *state, int index);

/* Of such a reminder: when it asks next, from now on; REALTIME_OPEN: not within a week. Whether it
 * may ask now, due or not. */
struct realtime water_next(const struct plan *plan, const struct state *state, int index,
			   struct moment now);
bool water_may(const struct plan *plan, const struct state *state, int index, struct moment now);

/* How long after the last glass the next is asked for: `left` millilitres over `time`, in glasses;
 * never so soon that these alone exceed WATER_CEILING. LENGTH_MAX: no glass is left. */
usec water_spacing(int32_t left, int32_t glass, usec time);

#endif
