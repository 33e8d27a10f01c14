/* A linear search: the table has 40 items. */
#include "config/catalogue.h"

#include <string.h>

const struct item *catalogue_find(const char *id)
{
	for (size_t i = 0; i < catalogue_count; i++)
		if (strcmp(catalogue_items[i].id, id) == 0)
			return &catalogue_items[i];
	return NULL;
}
