/*
 * The file is a hash table of GVDB (dconf, gvdb/gvdb-format.h), all numbers little-endian:
 *
 *	header    "GVariant", version, options, start and end of the table
 *	table     number of bloom words (27 bits), number of buckets, these; then the items
 *	item      hash, parent, start and size of its part of the key, type, start and end of its
 *value
 *
 * The key of an item is that of its parent, followed by its own part. A boolean is a GVariant of
 * type v: the value, 0, "b". The items are compared one by one, so that no hash is needed.
 */
#include "daemon/adapters/dconf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TABLE_AT = 16, HEADER_SIZE = 24, ITEM_SIZE = 24, BLOOM_WORDS = (1 << 27) - 1 };
#define NO_PARENT UINT32_MAX

struct table {
	const uint8_t *data, *items;
	size_t size, count;
};

static uint32_t number(const uint8_t *at)
{
	return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* The `ret_size` bytes that the pointer at `at`, a start and an end, names; NULL: not in the file.
 */
static const uint8_t *pointed(const struct table *table, const uint8_t *at, size_t *ret_size)
{
	uint32_t start = number(at), end = number(at + 4);
	if (start > end || end > table->size)
		return NULL;
	*ret_size = end - start;
	return table->data + start;
}

static int table_open(struct table *ret, const uint8_t *data, size_t size)
{
	size_t length, head;
	*ret = (struct table){ .data = data, .size = size };
	if (size < HEADER_SIZE || memcmp(data, "GVariant", 8) != 0)
		return -EBADMSG;
	const uint8_t *table = pointed(ret, data + TABLE_AT, &length);
	if (!table || length < 8)
		return -EBADMSG;
	head = 8 + 4 * ((size_t)(number(table) & BLOOM_WORDS) + (size_t)number(table + 4));
	if (head > length)
		return -EBADMSG;
	ret->items = table + head;
	ret->count = (length - head) / ITEM_SIZE;
	return 0;
}

/* Compare the key from its end, part by part. */
static bool item_is(const struct table *table, size_t index, const char *key)
{
	size_t left = strlen(key);
	while (index < table->count) {
		const uint8_t *item = table->items + index * ITEM_SIZE;
		uint32_t start = number(item + 8), parent = number(item + 4);
		size_t size = (size_t)(item[12] | item[13] << 8);
		if (size == 0 || size > left || start > table->size || size > table->size - start ||
		    memcmp(table->data + start, key + left - size, size) != 0)
			return false;
		left -= size;
		if (parent == NO_PARENT)
			return left == 0;
		index = parent;
	}
	return false;
}

int dconf_find_bool(const uint8_t *data, size_t size, const char *key)
{
	struct table table;
	int r = table_open(&table, data, size);
	for (size_t i = 0; r >= 0 && i < table.count; i++) {
		const uint8_t *item = table.items + i * ITEM_SIZE;
		if (item[14] != 'v' || !item_is(&table, i, key))
			continue;
		const uint8_t *value = pointed(&table, item + 16, &size);
		return value && size == 3 && value[1] == '\0' && value[2] == 'b' ? value[0] != 0
										 : -EBADMSG;
	}
	return r < 0 ? r : -ENOENT;
}

static int database_open(void)
{
	char path[4096];
	const char *folder = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	bool own = folder && folder[0] == '/';
	int length = snprintf(path, sizeof(path), "%s%s/dconf/user",
			      own    ? folder
			      : home ? home
				     : "",
			      own ? "" : "/.config");
	if (length < 0 || (size_t)length >= sizeof(path))
		return -ENAMETOOLONG;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	return fd < 0 ? -errno : fd;
}

static int database_read(int fd, const char *key)
{
	struct stat status;
	if (fstat(fd, &status) < 0)
		return -errno;
	if (status.st_size > DCONF_BYTES_MAX)
		return -EFBIG;
	uint8_t *data = malloc((size_t)status.st_size + 1);
	if (!data)
		return -ENOMEM;
	ssize_t size = read(fd, data, (size_t)status.st_size);
	int r = size < 0 ? -errno : dconf_find_bool(data, (size_t)size, key);
	free(data);
	return r;
}

int dconf_read_bool(const char *key, bool otherwise)
{
	int fd = database_open();
	if (fd < 0)
		return fd == -ENOENT ? otherwise : fd;
	int r = database_read(fd, key);
	close(fd);
	return r == -ENOENT ? otherwise : r;
}
