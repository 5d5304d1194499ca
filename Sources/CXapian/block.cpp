// Blocks of bytes, which pass data to the caller.

#include <cstdlib>
#include <cstring>
#include <new>

#include "shim.hpp"

std::string cx::string_of(cx_bytes bytes) {
    return bytes.size == 0 ? std::string() : std::string(reinterpret_cast<const char *>(bytes.start), bytes.size);
}

cx_block cx::block_of(const void *bytes, size_t size) {
    if (size == 0) return {nullptr, 0};
    void *copy = std::malloc(size);
    if (!copy) throw std::bad_alloc();
    std::memcpy(copy, bytes, size);
    return {copy, size};
}

cx_block cx::block_of(const std::string &bytes) { return block_of(bytes.data(), bytes.size()); }

void cx::append_entry(std::string &list, uint32_t frequency, const std::string &bytes) {
    const cx_entry entry{frequency, static_cast<uint32_t>(bytes.size())};
    list.append(reinterpret_cast<const char *>(&entry), sizeof entry);
    list.append(bytes);
}

void cx_block_free(cx_block block) noexcept { std::free(block.bytes); }
