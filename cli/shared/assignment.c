/* Checked before the call, so that a typo does not start limberd, which checks the rest. */
#include "cli/shared/assignment.h"

#include <stdio.h>
#include <string.h>

#include "core/base/translate.h"

bool assignment_read(const char *word, struct assignment *ret)
{
	size_t length = strcspn(word, "=");
	if (length == 0 || length >= sizeof(ret->key) || word[length] == '\0')
		return false;
	memcpy(ret->key, word, length);
	ret->key[length] = '\0';
	ret->value = word + length + 1;
	return true;
}

const char *assignment_trouble(const struct command *command)
{
	const char *every = command_given(command, OPTION_EVERY);
	const char *at = command_given(command, OPTION_AT), *on = command_given(command, OPTION_ON);
	int comes = (every != NULL) + (at != NULL) + (on != NULL);
	if (comes == 0)
		return N_("When is it to come? Write one of --every 50min, --at \"Mon..Fri 12:30\" "
			  "and --on unlock.");
	if (comes > 1)
		return N_("When it comes: only one of --every, --at and --on.");
	if (!command_given(command, OPTION_SAY) && !command_given(command, OPTION_ITEM))
		return N_("What should it show? Write --say \"Eat away from the desk\", or --item "
			  "with one of: limber catalogue");
	if (command_given(command, OPTION_OF) && !every)
		return N_("--of names what --every counts, and goes with --every only.");
	return NULL;
}

bool assignment_join(const struct command *command, enum option option, char out[ASSIGNMENT_SIZE])
{
	int length = 0;
	out[0] = '\0';
	for (int i = 0; i < command->given_count && length < ASSIGNMENT_SIZE; i++) {
		if (command->given[i].option != option)
			continue;
		if (!options[option].many)
			length = 0;
		length += snprintf(out + length, ASSIGNMENT_SIZE - (size_t)length, "%s%s",
				   length ? "," : "", command->given[i].value);
	}
	return length < ASSIGNMENT_SIZE;
}
