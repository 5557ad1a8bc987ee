package ai.kongguard.ingest.kong;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.BaseLib;
import org.luaj.vm2.lib.OneArgFunction;
import org.luaj.vm2.lib.PackageLib;
import org.luaj.vm2.lib.StringLib;
import org.luaj.vm2.lib.VarArgFunction;

/**
 * Runs the Lua of the shipped pre-function in its access phase, with what Kong's sandbox lets it see: strings, and of the
 * PDK what is stubbed here as Kong documents it. Anything else is nil, and using it fails.
 */
final class KongRecipe {

    /** Bytes of a body that the recipe hands on. */
    static final int MAX_BODY = 65_536;

    private static final String ERROR = "request body did not fit into client body buffer";

    private final Map<String, byte[]> serialized = new TreeMap<>();
    private int maxFile;

    /** The values set for the log, by key, after a request with this body; null for one that Kong cannot give. */
    Map<String, byte[]> run(byte @Nullable [] body) {
        serialized.clear();
        Globals lua = new Globals();
        lua.load(new BaseLib());
        // Where the other libraries register.
        lua.load(new PackageLib());
        lua.load(new StringLib());
        LoadState.install(lua);
        LuaC.install(lua);
        lua.set("require", LuaValue.NIL);
        lua.set("package", LuaValue.NIL);
        lua.set("kong", kong(body));
        lua.set("ngx", ngx());
        for (var function : KongYaml.config("pre-function").get("access")) {
            lua.load(function.asString()).call();
        }
        return Map.copyOf(serialized);
    }

    /** The size up to which the recipe lets Kong read a body that was written to a file. */
    int maxFile() {
        return maxFile;
    }

    private LuaTable kong(byte @Nullable [] body) {
        LuaTable request = new LuaTable();
        request.set("get_raw_body", new VarArgFunction() {
            @Override
            public Varargs invoke(Varargs args) {
                maxFile = args.checkint(1);
                return body == null ? varargsOf(NIL, valueOf(ERROR)) : LuaString.valueOf(body);
            }
        });
        LuaTable log = new LuaTable();
        log.set("set_serialize_value", new VarArgFunction() {
            @Override
            public Varargs invoke(Varargs args) {
                LuaString value = args.checkstring(2);
                byte[] bytes = new byte[value.length()];
                value.copyInto(0, bytes, 0, bytes.length);
                serialized.put(args.checkjstring(1), bytes);
                return NONE;
            }
        });
        LuaTable kong = new LuaTable();
        kong.set("request", request);
        kong.set("log", log);
        return kong;
    }

    private static LuaTable ngx() {
        LuaTable ngx = new LuaTable();
        ngx.set("encode_base64", new OneArgFunction() {
            @Override
            public LuaValue call(LuaValue text) {
                LuaString value = text.checkstring();
                byte[] bytes = new byte[value.length()];
                value.copyInto(0, bytes, 0, bytes.length);
                return LuaString.valueOf(
                        Base64.getEncoder().encodeToString(bytes).getBytes(ISO_8859_1));
            }
        });
        return ngx;
    }
}
