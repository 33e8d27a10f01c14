/*
 * The template of `limber status --format`: text with places in braces.
 *
 *	{next_at}                 a field of core/codec/status_fields.h, or text, tooltip, class and
 *	                          percentage, which are those of --waybar
 *	{card.title} {outcomes.done} {next.title} {counted.ledger}
 *	{reminders.desk.speaks} {sources.idle.name}
 *	{card.title|next_at|"-"}  the first that is not empty; a text stands in double quotes
 *	{text:pango}              escaped: pango, tmux, polybar or json
 *	{{ }}                     a brace
 */
#ifndef LIMBER_FORMAT_H
#define LIMBER_FORMAT_H

#include "cli/limber/waybar.h"

/* EXIT_USAGE, and it has been said what is wrong with it. */
enum exit_code format_check(const struct command *command, const char *format);

/* The line, to be freed; NULL: no memory. status NULL: limberd is not there. */
char *format_line(const char *format, const struct status *status, const struct waybar *bar);

/* The first reminder that it names and limberd does not have; NULL: there is none. */
const char *format_stranger(const char *format, const struct status *status, char out[NAME_SIZE]);

/* Whether it names something that grows with the clock: a ledger, a percentage, now. */
bool format_moves(const char *format);

#endif
