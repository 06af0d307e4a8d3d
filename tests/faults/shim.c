/* Stands between a program and the C library: counts, fails and records what is written below one folder.
 *
 * Loaded with LD_PRELOAD; told by fault_watch, fault_arm and fault_record through ctypes. A call is
 * counted only if its file lies below the watched folder. Recorded are writes, syncs, truncations,
 * renames and unlinks in their order, and what goes to descriptor RECORDED_ACKS.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ONCE, FROM_THEN_ON, KILL, RANDOM };
static char folder[PATH_MAX];
static char armed_call[32];
static long armed_at, counted;
static int armed_errno, armed_mode;
static int log_fd = -1, ack_fd = -1;

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

void fault_watch(const char *path) { snprintf(folder, sizeof folder, "%s", path); }

void fault_arm(const char *call, long at, int error, int mode) {
    snprintf(armed_call, sizeof armed_call, "%s", call);
    armed_at = at, armed_errno = error, armed_mode = mode, counted = 0;
}

long fault_counted(void) { return counted; }

void fault_record(const char *path, int acks) {
    ack_fd = -1;
    log_fd = path ? open(path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    ack_fd = acks;
}

static int is_below(const char *path) { return *folder && !strncmp(path, folder, strlen(folder)); }

static int name_of(int fd, char *name) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, name, PATH_MAX - 1);
    if (length <= 0) return 0;
    name[length] = 0;
    return is_below(name);
}

/* Tells whether this call fails; ends the process if it is to be killed here. */
static int fails(const char *call) {
    if (!*armed_call || (strcmp(armed_call, call) && strcmp(armed_call, "any"))) return 0;
    counted++;
    int is_hit = counted == armed_at || (armed_mode == FROM_THEN_ON && counted > armed_at);
    if (armed_mode == RANDOM) is_hit = random() % 10000 < armed_at;
    if (!is_hit || !armed_at) return 0;
    if (armed_mode == KILL) kill(getpid(), SIGKILL);
    errno = armed_errno;
    return 1;
}

static void record(char type, const char *path, int64_t offset, const void *data, uint32_t size) {
    if (log_fd < 0) return;
    REAL(write);
    struct { char type, pad[3]; uint32_t path_size; int64_t offset; uint32_t size, zero; } head =
        {type, {0}, (uint32_t)strlen(path), offset, size, 0};
    real(log_fd, &head, sizeof head);
    real(log_fd, path, head.path_size);
    if (size && data) real(log_fd, data, size);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
    REAL(pwrite64);
    char name[PATH_MAX];
    int is_ours = name_of(fd, name);
    if (is_ours && fails("pwrite64")) return -1;
    ssize_t written = real(fd, data, size, offset);
    if (written > 0 && is_ours) record('W', name, offset, data, (uint32_t)written);
    return written;
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
    return pwrite64(fd, data, size, offset);
}

ssize_t write(int fd, const void *data, size_t size) {
    REAL(write);
    char name[PATH_MAX];
    if (fd == ack_fd) {
        record('A', "ack", 0, data, (uint32_t)size);
        return real(fd, data, size);
    }
    int is_ours = name_of(fd, name);
    if (is_ours && fails("write")) return -1;
    off64_t offset = is_ours ? lseek64(fd, 0, SEEK_CUR) : 0;
    ssize_t written = real(fd, data, size);
    if (written > 0 && is_ours) record('W', name, offset, data, (uint32_t)written);
    return written;
}

#define SYNC(call) \
    int call(int fd) { \
        REAL(call); \
        char name[PATH_MAX]; \
        int is_ours = name_of(fd, name); \
        if (is_ours && fails("fsync")) return -1; \
        int result = real(fd); \
        if (is_ours && !result) record('S', name, 0, 0, 0); \
        return result; \
    }
SYNC(fsync)
SYNC(fdatasync)

int ftruncate64(int fd, off64_t size) {
    REAL(ftruncate64);
    char name[PATH_MAX];
    int is_ours = name_of(fd, name);
    if (is_ours && fails("ftruncate")) return -1;
    int result = real(fd, size);
    if (is_ours && !result) record('T', name, size, 0, 0);
    return result;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int unlink(const char *path) {
    REAL(unlink);
    if (is_below(path) && fails("unlink")) return -1;
    int result = real(path);
    if (!result && is_below(path)) record('U', path, 0, 0, 0);
    return result;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    if (is_below(to) && fails("rename")) return -1;
    int result = real(from, to);
    if (!result && is_below(to)) record('R', from, 0, to, (uint32_t)strlen(to));
    return result;
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    if (is_below(path) && fails("mkdir")) return -1;
    return real(path, mode);
}

static int opens(const char *path, int flags) {
    return (flags & (O_CREAT | O_WRONLY | O_RDWR)) && is_below(path) && fails("open") ? -1 : 0;
}

#define OPEN(call) \
    int call(const char *path, int flags, ...) { \
        REAL(call); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = va_arg(rest, mode_t); \
        va_end(rest); \
        return opens(path, flags) ? -1 : real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)
