#include "cli/report/kind_option.h"

#include "cli/shared/say.h"
#include "cli/shared/verbs.h"
#include "core/model/outcome.h"

enum exit_code kind_option(const struct command *command, uint32_t *ret)
{
	*ret = 0;
	for (int i = 0; i < command->given_count; i++) {
		if (command->given[i].option != OPTION_KIND)
			continue;
		const char *word = command->given[i].value;
		enum record_kind kind = record_read(word);
		char near[SAMPLE_SIZE];
		placeholder_nearest("ROWS", word, near);
		if (kind == RECORD_COUNT && near[0])
			return complain(command, EXIT_USAGE,
					_("\"%s\" is not a kind of row. Did you mean \"%s\"?"),
					word, near);
		if (kind == RECORD_COUNT)
			return complain(
				command, EXIT_USAGE,
				_("\"%s\" is not a kind of row: card, sitting, away, drink, "
				  "cramp or score."),
				word);
		*ret |= 1U << kind;
	}
	return EXIT_FINE;
}
