#include "config/changed.h"

#include <stdlib.h>

void config_changed_finish(struct config_changed *changed)
{
	if (!changed)
		return;
	config_free(changed->config);
	free(changed->before);
	free(changed->after);
	config_errors_finish(&changed->notes);
	*changed = (struct config_changed){ .config = NULL };
}
